import SessionCore
import Simulation

extension ScenarioCheck {
    /// What is expected can be done, and what must not happen can be told.
    func checkRubric() {
        let rubric = scenario.rubric
        var taken: Set<String> = []
        for (index, action) in rubric.actions.enumerated() {
            check(action, YamlSource.path("rubric.actions", element: index + 1), &taken)
        }
        if rubric.actions.isEmpty, rubric.checkpoints != true {
            findings.report("rubric.actions", "Something must be expected of the trainee.")
        }
        if rubric.criticalMisses.isEmpty, rubric.backDatingFails != true {
            findings.report("rubric.criticalMisses", "Every scenario has something that must not happen.")
        }
        for (list, misses) in [
            ("criticalMisses", rubric.criticalMisses), ("unsafeActs", rubric.unsafeActs ?? []),
        ] {
            for (index, miss) in misses.enumerated() {
                check(miss, YamlSource.path("rubric.\(list)", element: index + 1), &taken)
            }
        }
    }

    private func check(_ action: Expectation, _ key: String, _ taken: inout Set<String>) {
        fresh("\(key).name", action.name, in: &taken)
        text("\(key).title", action.title, most: 100)
        trigger("\(key).after", action.after)
        required("\(key).by", action.by)
        meetable(key, action)
        number("\(key).within", action.within, in: 1...21_600)
        number("\(key).early", action.early, in: 0...21_600)
        number("\(key).notBefore", action.notBefore, in: 0...21_600)
        number("\(key).times", action.times, in: 1...20)
        if let notBefore = action.notBefore, notBefore >= action.within {
            findings.report("\(key).notBefore", "notBefore must be less than within, \(action.within).")
        }
    }

    private func check(_ miss: CriticalMiss, _ key: String, _ taken: inout Set<String>) {
        fresh("\(key).name", miss.name, in: &taken)
        text("\(key).title", miss.title, most: 100)
        if (miss.never == nil) == (miss.without == nil) {
            findings.report(key, "Exactly one of never and without must be said.")
        }
        if let never = miss.never { required("\(key).never", never) }
        if let without = miss.without {
            required("\(key).without", without)
            if miss.within == nil || miss.after == nil {
                findings.report(key, "What must not be left undone needs after and within.")
            }
            if miss.unless != nil {
                findings.report("\(key).unless", "unless belongs to never; add its patterns to without.")
            }
            if miss.times != nil {
                findings.report("\(key).times", "times belongs to never: from the how-manieth time on.")
            }
        }
        if let after = miss.after { trigger("\(key).after", after) }
        patterns("\(key).unless", miss.unless)
        number("\(key).within", miss.within, in: 1...21_600)
        number("\(key).early", miss.early, in: 0...21_600)
        number("\(key).times", miss.times, in: 1...20)
        number("\(key).unlessTimes", miss.unlessTimes, in: 1...20)
    }
}
