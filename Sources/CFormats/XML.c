#include "CFormats.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

struct reading {
  const struct annals_xml_events *events;
  xmlParserCtxtPtr parser;
  enum annals_xml_fault fault;
  int depth;
};

static void stop(struct reading *reading, enum annals_xml_fault fault) {
  if (reading->fault == annals_xml_whole) reading->fault = fault;
  xmlStopParser(reading->parser);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespaces, const xmlChar **declared,
                          int count, int defaulted, const xmlChar **attributes) {
  struct reading *reading = context;
  if (++reading->depth > annals_xml_deepest) return stop(reading, annals_xml_deep);
  if (count > annals_xml_most_attributes) return stop(reading, annals_xml_attributes);
  const char *pairs[2 * annals_xml_most_attributes + 1];
  xmlChar *values[annals_xml_most_attributes];
  for (int i = 0; i < count; i++) {
    // Five pointers an attribute: local name, prefix, address, begin and end of the value.
    const xmlChar **attribute = attributes + 5 * i;
    values[i] = xmlStrndup(attribute[3], (int)(attribute[4] - attribute[3]));
    pairs[2 * i] = (const char *)attribute[0];
    pairs[2 * i + 1] = values[i] ? (const char *)values[i] : "";
  }
  pairs[2 * count] = NULL;
  reading->events->start(reading->events->context, (const char *)name, pairs);
  for (int i = 0; i < count; i++) xmlFree(values[i]);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
  struct reading *reading = context;
  reading->depth--;
  reading->events->end(reading->events->context);
}

static void characters(void *context, const xmlChar *bytes, int count) {
  struct reading *reading = context;
  reading->events->text(reading->events->context, (const char *)bytes, (size_t)count);
}

static void internal_subset(void *context, const xmlChar *name, const xmlChar *external,
                            const xmlChar *system) {
  struct reading *reading = context;
  // libxml2 calls this before it reads the subset; a "[" that follows begins one.
  const xmlChar *rest = reading->parser->input->cur;
  while (rest < reading->parser->input->end && (*rest == ' ' || (*rest >= 9 && *rest <= 13))) rest++;
  if (rest < reading->parser->input->end && *rest == '[') stop(reading, annals_xml_doctype);
}

static void entity_declaration(void *context, const xmlChar *name, int type,
                               const xmlChar *public_id, const xmlChar *system_id,
                               xmlChar *content) {
  stop(context, annals_xml_doctype);
}

static xmlEntityPtr entity(void *context, const xmlChar *name) {
  return xmlGetPredefinedEntity(name);
}

/// An entity that is none of the five: HTML's are given as their character, others left out.
static void reference(void *context, const xmlChar *name) {
  struct reading *reading = context;
  const htmlEntityDesc *known = htmlEntityLookup(name);
  if (known == NULL) return;
  xmlChar bytes[8];
  int count = xmlCopyChar(0, bytes, (int)known->value);
  reading->events->text(reading->events->context, (const char *)bytes, (size_t)count);
}

static void silent(void *context, const char *message, ...) {}

enum annals_xml_fault annals_xml_read(const char *bytes, size_t count,
                                      const struct annals_xml_events *events) {
  struct reading reading = {events, NULL, annals_xml_whole, 0};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start_element;
  handler.endElementNs = end_element;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  handler.internalSubset = internal_subset;
  handler.entityDecl = entity_declaration;
  handler.getEntity = entity;
  handler.reference = reference;
  handler.error = silent;
  handler.warning = silent;
  handler.fatalError = silent;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &reading, NULL, 0, NULL);
  if (parser == NULL) return annals_xml_broken;
  reading.parser = parser;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  size_t offset = 0;
  while (offset < count && reading.fault == annals_xml_whole) {
    size_t chunk = count - offset < 65536 ? count - offset : 65536;
    if (xmlParseChunk(parser, bytes + offset, (int)chunk, 0) != 0 && !parser->wellFormed) break;
    offset += chunk;
  }
  if (reading.fault == annals_xml_whole) {
    if (offset >= count) xmlParseChunk(parser, NULL, 0, 1);
    if (!parser->wellFormed) reading.fault = annals_xml_broken;
  }
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  return reading.fault;
}

uint32_t annals_html_entity(const char *name) {
  const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
  return known ? known->value : 0;
}
