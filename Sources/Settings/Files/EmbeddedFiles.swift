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

    /// The teaching scenarios, easier ones first.
    static let scenarios: [(name: String, bytes: [UInt8])] = [
        ("normal-session", PackageResources.normal_session_yaml),
        ("high-baseline", PackageResources.high_baseline_yaml),
        ("pressure-excursion", PackageResources.pressure_excursion_yaml),
        ("pressure-crisis", PackageResources.pressure_crisis_yaml),
        ("vasovagal", PackageResources.vasovagal_yaml),
        ("panic", PackageResources.panic_yaml),
        ("vomiting", PackageResources.vomiting_yaml),
        ("over-sedation", PackageResources.over_sedation_yaml),
        ("laryngospasm", PackageResources.laryngospasm_yaml),
        ("pump-occlusion", PackageResources.pump_occlusion_yaml),
        ("wrong-entry", PackageResources.wrong_entry_yaml),
        ("suicidal-statement", PackageResources.suicidal_statement_yaml),
        ("missed-checkpoints", PackageResources.missed_checkpoints_yaml),
    ]
}
