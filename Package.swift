// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every Swift target of this package.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "ebbtide",
    products: [.executable(name: "ebbtide", targets: ["ebbtide"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Pure: the standard library and nothing else.
        .target(name: "SessionCore", swiftSettings: strict),
        .target(name: "Canvas", swiftSettings: strict),
        .target(name: "Simulation", dependencies: ["SessionCore"], swiftSettings: strict),
        .target(name: "Review", dependencies: ["SessionCore"], swiftSettings: strict),
        .target(
            name: "ConsoleUI", dependencies: ["SessionCore", "Review", "Simulation", "Canvas"],
            swiftSettings: strict),

        // The rim: files, the terminal, the wiring.
        .target(
            name: "Journal",
            dependencies: [
                "SessionCore", "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Settings",
            dependencies: [
                "SessionCore", "Simulation", "Canvas", .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .embedInCode("Protocols"), .embedInCode("Themes"), .embedInCode("Scenarios"),
            ],
            swiftSettings: strict),
        .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
        .target(name: "Terminal", dependencies: ["Canvas", "CTerminal"], swiftSettings: strict),
        .systemLibrary(
            name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .executableTarget(
            name: "ebbtide",
            dependencies: [
                "SessionCore", "Simulation", "Review", "Canvas", "ConsoleUI", "Journal", "Settings",
                "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Tests that throw dice take those of Simulation.
        .testTarget(
            name: "SessionCoreTests", dependencies: ["SessionCore", "Simulation"], swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation", "SessionCore"], swiftSettings: strict),
        .testTarget(
            name: "ReviewTests", dependencies: ["Review", "SessionCore"], swiftSettings: strict),
        .testTarget(
            name: "CanvasTests", dependencies: ["Canvas", "Simulation"], swiftSettings: strict),
        .testTarget(
            name: "ConsoleUITests",
            dependencies: ["ConsoleUI", "SessionCore", "Review", "Simulation", "Canvas", "Settings"],
            swiftSettings: strict),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Journal", "SessionCore", "Simulation", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", "SessionCore", "Simulation", "Review", "Canvas"],
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "Canvas", "CTerminal", "Simulation"],
            swiftSettings: strict),
        .testTarget(
            name: "EbbtideTests",
            dependencies: [
                "ebbtide", "SessionCore", "Simulation", "Review", "Canvas", "Journal", "Settings",
                "CTerminal",
            ],
            exclude: ["Golden", "Replay/Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
