import SessionCore

extension ProtocolCheck {
    /// Symptoms that the FDA label of Spravato (2019) names as signs of a hypertensive emergency; no protocol may lose
    /// one of them or take it for less.
    static let redFlags = [
        "chest-pain", "breathless", "headache", "vision", "seizure", "consciousness", "focal",
    ]

    /// Symptoms have codes and keys of their own, and none that a rule needs is lost.
    func checkSymptoms() {
        let symptoms = careProtocol.symptoms
        items("symptoms", symptoms.map { ($0.code, $0.title, $0.key) })
        for code in ProtocolCheck.redFlags {
            guard let index = symptoms.firstIndex(where: { $0.code == code }) else {
                findings.report(
                    "symptoms", "The red flag \(code) is missing; it belongs into every protocol.")
                continue
            }
            if !symptoms[index].redFlag {
                let key = YamlSource.path("symptoms", element: index + 1)
                findings.report(
                    "\(key).redFlag", "\(code) is a red flag in every protocol; redFlag must be true.")
            }
        }
        let meanings = Set(symptoms.compactMap(\.meaning))
        for meaning in SymptomMeaning.allCases where !meanings.contains(meaning) {
            findings.report("symptoms", "No symptom means \(meaning.rawValue); a rule waits for one.")
        }
    }

    /// Actions have codes and keys of their own, and none that a rule needs is lost.
    func checkActions() {
        let actions = careProtocol.actions
        items("actions", actions.map { ($0.code, $0.title, $0.key) })
        let meanings = Set(actions.compactMap(\.meaning))
        for meaning in ActionMeaning.allCases where !meanings.contains(meaning) {
            findings.report("actions", "No action means \(meaning.rawValue); a rule waits for one.")
        }
    }

    private func items(_ list: String, _ items: [(code: String, title: String, key: String)]) {
        var codes: Set<String> = []
        var keys: [String: String] = [:]
        for (index, item) in items.enumerated() {
            let place = YamlSource.path(list, element: index + 1)
            text("\(place).title", item.title)
            if !SettingsFile.isName(item.code) {
                findings.report("\(place).code", "A code is made of a-z, 0-9 and dashes; this is not.")
            }
            if !codes.insert(item.code).inserted {
                findings.report("\(place).code", "The code \(item.code) is taken by an item above.")
            }
            if item.key.count != 1 || !item.key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
                findings.report("\(place).key", "A key is one letter from a to z.")
            } else if let other = keys.updateValue(item.code, forKey: item.key) {
                findings.report("\(place).key", "The key \(item.key) is taken by \(other) above.")
            }
        }
    }
}
