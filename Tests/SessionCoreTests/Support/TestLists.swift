@testable import SessionCore

extension TestProtocols {
    static let entry = EntryRules(
        fields: [
            "systolic": EntryField(
                minimum: 40, maximum: 300, confirmBelow: 80, confirmAbove: 200, confirmChange: 40),
            "diastolic": EntryField(
                minimum: 20, maximum: 200, confirmBelow: 40, confirmAbove: 120, confirmChange: 25),
            "meanPressure": EntryField(minimum: 20, maximum: 300),
            "heartRate": EntryField(
                minimum: 0, maximum: 250, confirmBelow: 45, confirmAbove: 140, confirmChange: 40),
            "spo2": EntryField(minimum: 0, maximum: 100, confirmBelow: 90, confirmFall: 5),
            "respiratoryRate": EntryField(minimum: 0, maximum: 60, confirmBelow: 8, confirmAbove: 30),
            "temperature": EntryField(minimum: 300, maximum: 430, confirmBelow: 350, confirmAbove: 390),
            "etco2": EntryField(minimum: 0, maximum: 100, confirmBelow: 25, confirmAbove: 55),
            "alertness": EntryField(minimum: 0, maximum: 5, confirmChange: 1),
            "agitation": EntryField(minimum: -5, maximum: 4),
            "orientation": EntryField(minimum: 0, maximum: 4),
            "intensity": EntryField(minimum: 0, maximum: 10),
            "distress": EntryField(minimum: 0, maximum: 10),
            "nausea": EntryField(minimum: 0, maximum: 3),
        ],
        weightKg: WeightField(minimum: 25, maximum: 300), changeWithinMinutes: 15, pulsePressureMinimum: 20,
        pulsePressureMaximum: 100, pulsePressurePercent: 25, meanDifference: 15, suggestionWithin: 10,
        lateAfterMinutes: 5)
}

/// The symptoms and actions of every default protocol.
enum TestLists {
    static let symptoms = [
        SymptomItem(code: "chest-pain", title: "chest pain", key: "c", redFlag: true),
        SymptomItem(code: "breathless", title: "shortness of breath", key: "b", redFlag: true),
        SymptomItem(code: "headache", title: "sudden severe headache", key: "h", redFlag: true),
        SymptomItem(code: "vision", title: "visual disturbance, asked for", key: "v", redFlag: true),
        SymptomItem(code: "seizure", title: "seizure", key: "z", redFlag: true),
        SymptomItem(
            code: "consciousness", title: "reduced consciousness, asked for", key: "r", redFlag: true),
        SymptomItem(code: "focal", title: "focal neurological deficit", key: "f", redFlag: true),
        SymptomItem(code: "syncope", title: "fainting", key: "s", redFlag: false, meaning: .collapse),
        SymptomItem(code: "pallor", title: "pallor", key: "p", redFlag: false, meaning: .collapse),
        SymptomItem(code: "vomiting", title: "vomiting", key: "o", redFlag: false, meaning: .vomiting),
        SymptomItem(code: "nausea", title: "nausea", key: "n", redFlag: false),
        SymptomItem(code: "dizziness", title: "dizziness", key: "d", redFlag: false),
        SymptomItem(code: "harm", title: "harm to self or others", key: "x", redFlag: false, meaning: .harm),
        SymptomItem(
            code: "apnoea", title: "no breath for 20 s", key: "a", redFlag: false, meaning: .apnoea),
    ]

    static let actions = [
        ActionItem(code: "notified", title: "prescriber notified", key: "n", meaning: .prescriberNotified),
        ActionItem(
            code: "bedside", title: "prescriber at bedside", key: "b", meaning: .prescriberAtBedside),
        ActionItem(code: "called", title: "emergency called", key: "e", meaning: .emergencyCalled),
        ActionItem(code: "arrived", title: "emergency arrived", key: "a", meaning: .emergencyArrived),
        ActionItem(
            code: "over", title: "emergency over", key: "x", orderedBy: true, meaning: .emergencyOver),
        ActionItem(code: "oxygen", title: "oxygen given", key: "o", meaning: .oxygenGiven),
        ActionItem(code: "position", title: "position changed", key: "p"),
        ActionItem(code: "cuff", title: "cuff or arm changed", key: "c"),
        ActionItem(code: "reassured", title: "reassured", key: "r"),
        ActionItem(
            code: "rescue", title: "rescue drug", key: "d", orderedBy: true, detail: true,
            meaning: .rescueDrug),
        ActionItem(
            code: "sedative", title: "sedating rescue drug", key: "s", orderedBy: true, detail: true,
            meaning: .sedativeGiven),
        ActionItem(
            code: "benzodiazepine", title: "benzodiazepine", key: "z", orderedBy: true, detail: true,
            meaning: .benzodiazepineGiven),
    ]
}
