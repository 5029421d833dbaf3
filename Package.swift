// swift-tools-version: 6.2
import PackageDescription

/// Languages annals reads: a folder under `Sources/Languages/`, and its name here.
let languages = ["Hindi", "English", "Russian", "Chinese", "Vietnamese"]

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
  .target(
    name: "CLanguageDetection",
    linkerSettings: [.linkedLibrary("cld2"), .linkedLibrary("stdc++")]),
  module("Dates"),
  module("Text"),
  module("Facts", ["Text", "Dates"]),
  module("Grammar", ["Text", "Dates"]),
  
  module("Loading", ["Facts", "Text", "Dates", "CLanguageDetection"]),
  module("Store", ["Facts", "Text", "Dates", grdb]),
  module("Analysis", ["Facts", "Text", "Dates"]),
]

let testModules: [Target] = [
  tests("Dates", ["Dates"]),
  tests("Text", ["Text"]),
]

let package = Package(
  name: "annals",
    dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: modules + testModules)
