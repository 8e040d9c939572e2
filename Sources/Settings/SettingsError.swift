import Canvas

/// Everything that is wrong with one settings file. A file with a problem yields nothing: no default stands in
/// for what it does not say.
public struct SettingsError: Error, Hashable, Sendable {
    /// One thing that is wrong, and where.
    public struct Problem: Hashable, Sendable {
        /// The line, from 1; `nil` when the problem is not in a line of its own.
        public var line: Int?
        /// The keys that lead there, such as `pressure.high.systolic` or `symptoms[3].key` (counted from 1); empty
        /// for the whole file.
        public var key: String
        /// One sentence: what was wrong and what would be right. Safe to print.
        public var sentence: String

        /// Makes a problem; the sentence is cleaned, because it may quote the file.
        init(line: Int? = nil, key: String = "", _ sentence: String) {
            self.line = line
            self.key = Printable(key).text
            self.sentence = Printable(sentence).text
        }
    }

    /// The file as the caller named it, safe to print.
    public var file: String
    /// What is wrong, by line; never empty.
    public var problems: [Problem]

    init(file: String, _ problems: [Problem]) {
        self.file = Printable(file).text
        self.problems = problems
    }

    init(file: String, line: Int? = nil, key: String = "", _ sentence: String) {
        self.init(file: file, [Problem(line: line, key: key, sentence)])
    }

    /// The line of the first problem, from 1.
    public var line: Int? { problems.first?.line }

    /// The key of the first problem.
    public var key: String { problems.first?.key ?? "" }

    /// The sentence of the first problem.
    public var sentence: String { problems.first?.sentence ?? "" }
}

extension SettingsError: CustomStringConvertible {
    /// One line for each problem, as compilers print them: `file:line: key: sentence`.
    public var description: String {
        problems.map { problem in
            let place = problem.line.map { "\(file):\($0): " } ?? "\(file): "
            let key = problem.key.isEmpty ? "" : "\(problem.key): "
            return place + key + problem.sentence
        }.joined(separator: "\n")
    }
}
