import Foundation

/// One sentence for a person from what the JSON decoder reports: which key, and what was expected there.
/// `line` is what was read.
func decodingSentence(_ error: any Error, in line: Data) -> String {
    guard let failure = error as? DecodingError else { return "the line cannot be read" }
    switch failure {
    case .keyNotFound(let key, let context):
        return "key \"\(path(context.codingPath + [key]))\" is missing"
    case .valueNotFound(let type, let context):
        return place(context) + "expected \(name(of: type)), not null"
    case .typeMismatch(let type, let context):
        return place(context) + "expected \(name(of: type))"
    case .dataCorrupted(let context):
        return corruptedSentence(context, in: line)
    @unknown default:
        return "the line cannot be read"
    }
}

private func corruptedSentence(_ context: DecodingError.Context, in line: Data) -> String {
    if let opening = context.debugDescription.range(of: "from invalid String value ") {
        let word = String(context.debugDescription[opening.upperBound...])
        // "Cannot initialize Sex from invalid String value x".
        let type = context.debugDescription[..<opening.lowerBound].split(separator: " ").last ?? ""
        let right = KnownWords.row(ofType: type).map { "; it is one of \($0)" } ?? ""
        return place(context) + "\"\(clipped(word))\" is not a word of this key" + right
    }
    if context.debugDescription.contains("not valid JSON") {
        return "the line is not valid JSON: " + line.withUnsafeBytes(LineTokens.brokenPlace)
    }
    return place(context) + clipped(context.debugDescription)
}

private func place(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty ? "" : "key \"\(path(context.codingPath))\": "
}

private func path(_ keys: [any CodingKey]) -> String {
    clipped(keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: "."))
}

private func name(of type: any Any.Type) -> String {
    switch type {
    case is any FixedWidthInteger.Type: "a whole number"
    case is Double.Type, is Float.Type: "a number"
    case is String.Type: "a text in quotes"
    case is Bool.Type: "true or false"
    case is [Any].Type: "a list"
    default: "an object in braces"
    }
}

/// A sentence stays a sentence, whatever somebody put into a line.
private func clipped(_ text: String) -> String {
    text.count <= 120 ? text : text.prefix(120) + "…"
}
