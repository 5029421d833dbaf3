import Commands
public import Workbench

extension Catalog {
  /// All packs, plugins and commands of this build.
  public static let registered = Catalog(
    packs: Registry.packs, plugins: Registry.plugins, builtIns: builtIns)
}
