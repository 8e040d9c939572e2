import SessionCore

/// The care protocols that are part of the program, by name, in the order in which a person is offered them. The
/// package embeds a folder without listing it, so the list is written here and a test compares it with the folder.
enum EmbeddedProtocols {
    /// Name and bytes of each file.
    static let files: [(name: String, bytes: [UInt8])] = [
        ("iv-racemic", PackageResources.iv_racemic_yaml),
        ("im-racemic", PackageResources.im_racemic_yaml),
        ("in-racemic", PackageResources.in_racemic_yaml),
        ("esketamine", PackageResources.esketamine_yaml),
    ]
}
