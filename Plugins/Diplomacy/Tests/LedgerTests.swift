import AnnalsTesting
import Diplomacy
import Testing
import Workbench

@Suite("The ledger of dealings")
struct LedgerTests {
  @Test("Examples print what help says", arguments: ExampleRun.all(of: DiplomacyPlugin.commands))
  func examples(_ run: ExampleRun) throws {
    #expect(try run.printed() == run.example.output)
  }

  @Test("A pair that nobody reports has no entry")
  func noPair() throws {
    let session = try SampleSession.make()
    let (output, _) = try session.run("ledger --between \"Xi Jinping\" \"Dmitry Peskov\"")
    #expect(output.rows.isEmpty)
  }

  @Test("A name that is not known is a problem that names it")
  func unknownName() throws {
    let session = try SampleSession.make()
    #expect(throws: Problem.self) { try session.run("ledger --between Nobody") }
  }
}
