import Foundation

/// One line of a log as it stands in its file.
public struct LogLine: Hashable, Sendable {
    /// The line's number in its file, from 1; blank lines count.
    public var number: Int
    /// Its bytes without the newline. A carriage return before the newline stays, so that the bytes survive.
    public var bytes: Data
    /// Whether the file ended before a newline came: the line may be torn.
    public var isUnterminated: Bool
}

/// Reads a log line by line, holding one block of the file in memory. Blank lines are passed over; a byte-order mark
/// at the start of the file is dropped.
public struct LogReader: ~Copyable {
    private static let block = 1 << 18
    private let descriptor: Int32
    private let owns: Bool
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var number = 0
    private var isInLongLine = false

    /// Whether there may be more lines behind an error: a line that is too long hides none of those after it.
    public var goesOn: Bool { isInLongLine }

    /// Opens a file for reading; a folder, a device or a missing file is an error.
    public init(path: String) throws(StorageError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        owns = true
        if descriptor < 0 { throw StorageError(.noInput, "\(path) cannot be read: \(systemReason())") }
        var status = stat()
        if fstat(descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG {
            throw StorageError(.noInput, "\(path) is not a file")
        }
    }

    /// Reads from a descriptor that stays the caller's, for example standard input.
    public init(descriptor: Int32) {
        self.descriptor = descriptor
        owns = false
    }

    deinit { if owns, descriptor >= 0 { close(descriptor) } }

    /// Starts again at the first line; `false` where the source cannot be read twice.
    public mutating func rewind() -> Bool {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return false }
        buffer.removeAll(keepingCapacity: true)
        (start, isAtEnd, number, isInLongLine) = (0, false, 0, false)
        return true
    }

    /// The next line that is not blank, or `nil` at the end; a line over 1 MiB is an error.
    public mutating func next() throws(LineError) -> LogLine? {
        try leaveLongLine()
        while true {
            guard let end = try endOfLine() else { return nil }
            let isUnterminated = end == buffer.count
            number += 1
            if number == 1, buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
            let line = buffer[start..<end]
            start = min(end + 1, buffer.count)
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            return LogLine(number: number, bytes: Data(line), isUnterminated: isUnterminated)
        }
    }

    /// The index of the newline that ends the line at `start`, or of the end of the file; `nil` when nothing is left.
    private mutating func endOfLine() throws(LineError) -> Int? {
        var from = start
        while true {
            if let newline = buffer.firstNewline(from: from) { return newline }
            if isAtEnd { return start < buffer.count ? buffer.count : nil }
            if buffer.count - start > FactCoder.longestLine {
                isInLongLine = true
                number += 1
                throw LineError(number: number, "the line is longer than 1 MiB")
            }
            from = buffer.count - start
            try readBlock()
        }
    }

    /// Passes over the rest of a line that was too long.
    private mutating func leaveLongLine() throws(LineError) {
        while isInLongLine {
            if let newline = buffer.firstNewline(from: start) {
                start = newline + 1
                isInLongLine = false
            } else if isAtEnd {
                start = buffer.count
                isInLongLine = false
            } else {
                start = buffer.count
                try readBlock()
            }
        }
    }

    /// Drops what was read and appends one block of the file.
    private mutating func readBlock() throws(LineError) {
        buffer.removeFirst(start)
        start = 0
        let kept = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: LogReader.block))
        var count: Int
        repeat {
            count = buffer.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: kept), LogReader.block)
            }
        } while count < 0 && errno == EINTR
        buffer.removeLast(LogReader.block - max(0, count))
        if count < 0 { throw LineError(number: number + 1, "the log cannot be read on: \(systemReason())") }
        isAtEnd = count == 0
    }
}

extension [UInt8] {
    fileprivate func firstNewline(from: Int) -> Int? {
        withUnsafeBytes { bytes in
            guard from < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + from, 0x0A, bytes.count - from)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
