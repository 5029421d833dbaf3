// swift-tools-version: 6.2
import PackageDescription

/// Languages annals reads: a folder under `Sources/Languages/`, and its name here.
let languages = [
  "Hindi", "English", "Russian", "Chinese", "Vietnamese", "Ukrainian", "Arabic", "Spanish",
]

/// Plugins compiled into annals: a folder under `Plugins/`, and its name here.
let plugins = ["Diplomacy"]

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: [], swiftSettings: settings)
}

/// The arrows of the house: a module sees what stands behind its name, and no more.
let modules: [Target] = [
  .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
  .target(
    name: "CLanguageDetection",
    linkerSettings: [.linkedLibrary("cld2"), .linkedLibrary("stdc++")]),
  .target(
    name: "CFormats", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
    linkerSettings: ["xml2", "archive", "uchardet"].map { .linkedLibrary($0) }),
  .target(name: "CConfinement"),
  module("Dates"),
  module("Text"),
  module("Facts", ["Text", "Dates"]),
  .target(
    name: "Names", dependencies: ["Text"], resources: [.copy("Tables")], swiftSettings: settings),
  module("Grammar", ["Names", "Text", "Dates"]),
  module("Tagging", ["Grammar", "Facts", "Text"]),
  module("Reading", ["Grammar", "Facts", "Tagging", "Text", "Dates"]),
  module(
    "Loading", ["Facts", "Text", "Dates", "CLanguageDetection", "CFormats", "CConfinement"]),
  module("Store", ["Facts", "Text", "Dates", grdb, sqlite]),
  module("Analysis", ["Facts", "Names", "Text", "Dates"]),
  module(
    "Workbench",
    [
      "Analysis", "CConfinement", "Dates", "Facts", "Grammar", "Loading", "Names", "Reading",
      "Store", "Text", argumentParser,
    ]),
  module("Commands", ["Workbench", "Analysis", "Dates", "Facts", "Text", argumentParser]),
  module("Terminal", ["CEditLine"]),
  .target(
    name: "Registry",
    dependencies: ["Commands", "Grammar", "Workbench"]
      + (languages + plugins).map { .byName(name: $0) },
    swiftSettings: settings, plugins: ["Registrar"]),
  module(
    "AnnalsTesting", ["Workbench", "Commands", "Registry", "Grammar", "Facts", "Dates"]),
  .executableTarget(
    name: "annals",
    dependencies: [
      "Commands", "Registry", "Terminal", "Workbench", "Reading", "Tagging", "Facts",
      argumentParser,
    ],
    swiftSettings: settings),
  .executableTarget(
    name: "Benchmarks",
    dependencies: ["Registry", "Reading", "Facts", "Grammar", "Dates", "Text"],
    path: "Tests/Benchmarks", swiftSettings: settings),
  .executableTarget(
    name: "NameMeasure", dependencies: ["Analysis", "Facts", "Names", "Text"],
    path: "Tests/NameMeasure",
    swiftSettings: settings),
  .executableTarget(
    name: "EventMeasure",
    dependencies: ["Registry", "Reading", "Analysis", "Facts", "Grammar", "Dates", "Text"],
    path: "Tests/EventMeasure", swiftSettings: settings),
  .plugin(name: "Registrar", capability: .buildTool(), path: "Sources/Registrar"),
]

let languageModules = languages.map { name in
  Target.target(
    name: name, dependencies: ["Grammar"], path: "Sources/Languages/\(name)",
    exclude: ["Examples"], resources: [.copy("Pack")], swiftSettings: settings)
}

let pluginModules = plugins.flatMap { name -> [Target] in
  [
    .target(
      name: name, dependencies: ["Workbench", argumentParser], path: "Plugins/\(name)/Sources",
      swiftSettings: settings),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "AnnalsTesting", "Workbench"],
      path: "Plugins/\(name)/Tests", swiftSettings: settings),
  ]
}

let testModules: [Target] = [
  tests("Dates", ["Dates"]),
  tests("Text", ["Text"]),
  tests("Names", ["Names", "Text"]),
  tests("Grammar", ["Grammar", "Registry", "Text", "Dates"]),
  tests("Tagging", ["Tagging", "Registry", "Facts", "Grammar", "Text"]),
  tests("Reading", ["Reading", "Registry", "Facts", "Grammar", "Text", "Dates"]),
  tests("Loading", ["Loading", "Facts", "Dates"]),
  tests("Store", ["Store", "Facts", "Text", "Dates", grdb]),
  tests("Analysis", ["Analysis", "Facts", "Names", "Text", "Dates"]),
  tests("Workbench", ["Workbench", "AnnalsTesting", "Registry"]),
  tests("Terminal", ["Terminal", "CEditLine"]),
  tests("House", ["AnnalsTesting", "Commands", "Grammar", "Registry", "Workbench"]),
  tests("Notebook", ["AnnalsTesting", "Registry", "Workbench"]),
]

/// What is fuzzed; its corpus is an ordinary test.
let fuzzed: [Target] = [
  .target(
    name: "FuzzTargets",
    dependencies: ["AnnalsTesting", "Dates", "Loading", "Registry", "Workbench"],
    path: "Tests/Fuzz/Targets", swiftSettings: settings),
  .testTarget(
    name: "FuzzTests", dependencies: ["FuzzTargets"], exclude: ["Corpus"], swiftSettings: settings),
]

/// What libFuzzer runs; `Tests/fuzz.sh` asks for it, as a sanitizer must be on for all modules.
let fuzzing: [Target] =
  Context.environment["ANNALS_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Run",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "annals",
  products: [
    .executable(name: "annals", targets: ["annals"]),
    .library(name: "Dates", targets: ["Dates"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: modules + languageModules + pluginModules + testModules + fuzzed + fuzzing)
