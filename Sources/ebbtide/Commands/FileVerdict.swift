import ArgumentParser
import Foundation
import Settings

/// What a check of a clinic's own file says: a sentence, or one JSON object for each problem.
struct FileVerdict: Encodable {
    private var file: String
    private var valid: Bool
    private var name: String?
    private var version: Int?
    private var line: Int?
    private var key: String?
    private var problem: String?

    /// Checks a file and prints what came of it.
    ///
    /// - Throws: exit status 66 when there is no such file, 78 when it cannot be used.
    static func say(
        of file: String, json: Bool, _ check: () throws(SettingsError) -> (name: String, version: Int)
    ) throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw Failure("There is no file \(file).", .noInput)
        }
        do throws(SettingsError) {
            let (name, version) = try check()
            guard json else { return Output.say("\(file): \(name) version \(version) is valid") }
            try? Output.emit(json: FileVerdict(file: file, valid: true, name: name, version: version))
        } catch {
            guard json else { throw Failure(error.description, .badConfiguration) }
            for problem in error.problems {
                try? Output.emit(
                    json: FileVerdict(
                        file: file, valid: false, line: problem.line, key: problem.key,
                        problem: problem.sentence))
            }
            throw ExitCode(SystemExit.badConfiguration.rawValue)
        }
    }
}
