import ArgumentParser
import Canvas
import Foundation
import Journal
import SessionCore
import Settings
import Synchronization
import Terminal

/// A command whose failures end in one sentence on standard error and an exit status.
protocol ReportingCommand: ParsableCommand {
    /// Whether it shows the console, which is told of signals instead of ending by them.
    var showsConsole: Bool { get }
    /// Does the work.
    func perform() throws
}

extension ReportingCommand {
    var showsConsole: Bool { false }

    func run() throws {
        if !showsConsole { ConsoleProcess.letSignalsThrough() }
        do {
            try perform()
            try Output.checkWritten()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            let failure = Failure(error)
            Output.complain(failure.sentence)
            throw ExitCode(failure.status.rawValue)
        }
    }
}

extension Failure {
    /// Any error as a sentence and a status.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as StorageError:
            self.init(error.sentence, SystemExit(rawValue: error.kind.rawValue) ?? .software)
        case let error as ImportError:
            switch error {
            case .line(let line): self.init(line.description, .badData)
            case .storage(let storage): self.init(storage)
            }
        case let error as LineError: self.init(error.description, .badData)
        case let error as SettingsError: self.init(error.description, .badConfiguration)
        case let refusal as Refusal: self.init(refusal.sentence, .badData)
        default: self.init("Something went wrong that has no name here: \(type(of: error)).", .software)
        }
    }
}

/// Standard output and standard error. Text for people passes the sanitiser; lines of data go out byte for byte.
enum Output {
    /// A line for people.
    static func say(_ line: String) { write(Data((Printable(line).text + "\n").utf8), to: .standardOutput) }

    /// A line of data.
    static func emit(_ line: Data) { write(line + Data([10]), to: .standardOutput) }

    /// A sentence on standard error.
    static func complain(_ sentence: String) {
        let lines = sentence.split(separator: "\n").map { Printable(String($0)).text }
        write(Data(("ebbtide: " + lines.joined(separator: "\n") + "\n").utf8), to: .standardError)
    }

    /// A file to write to, emptied. What is written is a patient's: nobody but the owner reads a new one. It is opened as it
    /// is, because Foundation puts a new file in the place of a link, a pipe or a device.
    static func file(_ path: String) throws(Failure) -> FileHandle {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure("\(path) cannot be written.", .cannotCreate) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// A value as one line of JSON with sorted keys.
    static func emit(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        emit(try encoder.encode(value))
    }

    /// Lines of data, each with its newline.
    static func write(_ lines: [UInt8]) { write(Data(lines), to: .standardOutput) }

    /// Writes to a file, or to standard output, that stays open for more.
    static func write(_ data: Data, into file: FileHandle) throws(Failure) {
        guard let reason = take(data, to: file.fileDescriptor), reason != EPIPE else { return }
        let words = String(cString: strerror(reason)).lowercased()
        throw Failure("The output could not be written: \(words).", .inputOutput)
    }

    /// Why standard output took less than it was given; `nil` while it took everything.
    private static let refusal = Mutex<Int32?>(nil)

    /// Tells of output that a full disk or a closed descriptor swallowed.
    ///
    /// - Throws: a ``Failure`` with the reason.
    static func checkWritten() throws {
        guard let refusal = refusal.withLock({ $0 }) else { return }
        let reason = String(cString: strerror(refusal)).lowercased()
        throw Failure("Standard output could not be written: \(reason).", .inputOutput)
    }

    private static func write(_ data: Data, to handle: FileHandle) {
        guard let reason = take(data, to: handle.fileDescriptor) else { return }
        // A reader that went away (`| head`) is no error of ours.
        if reason != EPIPE, handle.fileDescriptor == STDOUT_FILENO {
            refusal.withLock { $0 = $0 ?? reason }
        }
    }

    /// Writes all of it; gives the error number when the descriptor took less.
    private static func take(_ data: Data, to descriptor: Int32) -> Int32? {
        data.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                let count = Foundation.write(descriptor, start + done, bytes.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return nil
        }
    }
}
