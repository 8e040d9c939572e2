/// The files that are part of the program, by name, in the order in which a person is offered them. The package
/// embeds folders without listing them, so the lists are written here and a test compares them with the folders.
enum EmbeddedFiles {
    /// One care protocol for each route.
    static let protocols: [(name: String, bytes: [UInt8])] = [
        ("iv-racemic", PackageResources.iv_racemic_yaml),
        ("im-racemic", PackageResources.im_racemic_yaml),
        ("in-racemic", PackageResources.in_racemic_yaml),
        ("esketamine", PackageResources.esketamine_yaml),
    ]

    /// The themes; the first one is used when nobody chose.
    static let themes: [(name: String, bytes: [UInt8])] = [
        ("dusk", PackageResources.dusk_yaml),
        ("day", PackageResources.day_yaml),
        ("mono", PackageResources.mono_yaml),
    ]
}
