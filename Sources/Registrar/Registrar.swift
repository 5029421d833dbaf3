import Foundation
import PackagePlugin

/// Writes the registry of the packs and plugins that a target depends on.
///
/// A dependency below `Sources/Languages/` or `Plugins/` is registered by its name: module `Hindi`
/// has a pack `hindi`, module `Diplomacy` has a type `DiplomacyPlugin`.
@main
struct Registrar: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.pluginWorkDirectoryURL.appending(path: "Registry")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(registry(of: target), to: folder.appending(path: "Registry.swift"))
    return [
      .prebuildCommand(
        displayName: "Registering packs and plugins", executable: URL(filePath: "/bin/true"),
        arguments: [], outputFilesDirectory: folder)
    ]
  }

  private func registry(of target: any Target) -> String {
    let modules = target.dependencies.compactMap { dependency -> (any Target)? in
      if case .target(let target) = dependency { target } else { nil }
    }
    let packs = names(of: modules, below: "/Sources/Languages/")
    let plugins = names(of: modules, below: "/Plugins/")
    let imports = (packs + plugins).sorted().map { "import \($0)\n" }.joined()
    let packValues = packs.map { $0.lowercased() }.joined(separator: ", ")
    let pluginTypes = plugins.map { "\($0)Plugin.self" }.joined(separator: ", ")
    return """
      \(imports)public import Grammar
      public import Workbench

      /// The packs and plugins that Package.swift lists.
      public enum Registry {
        public static let packs: [LanguagePack] = [\(packValues)]
        public static let plugins: [any Plugin.Type] = [\(pluginTypes)]
      }

      """
  }

  private func names(of modules: [any Target], below folder: String) -> [String] {
    modules.filter { $0.directoryURL.path().contains(folder) }.map(\.name).sorted()
  }

  /// Leaves a file alone that already says so, to spare a rebuild.
  private func write(_ text: String, to file: URL) throws {
    let bytes = Data(text.utf8)
    guard (try? Data(contentsOf: file)) != bytes else { return }
    try bytes.write(to: file)
  }
}
