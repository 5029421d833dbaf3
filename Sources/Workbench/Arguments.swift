public import Analysis
public import ArgumentParser
public import Dates
public import Facts
public import Reading

// Values of the house that are typed as arguments; their cases are what is typed.
extension EntityKind: ExpressibleByArgument {}
extension EventStatus: ExpressibleByArgument {}
extension ReadingMode: ExpressibleByArgument {}
extension Timeline.Grain: ExpressibleByArgument {}
extension KeynessMeasure: ExpressibleByArgument {}

extension EDTF: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
extension NetworkFormat: ExpressibleByArgument {}
extension TimelineSheet.Lanes: ExpressibleByArgument {}
