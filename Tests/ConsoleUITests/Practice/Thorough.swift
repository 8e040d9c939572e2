import Foundation

/// Whether everything is to be played (`EBBTIDE_ALL_SCENARIOS=1`), which takes minutes.
let isThorough = ProcessInfo.processInfo.environment["EBBTIDE_ALL_SCENARIOS"] == "1"

/// How many seeds of random keys are played (`EBBTIDE_MASHERS`); 4 otherwise.
let mashers = UInt64(ProcessInfo.processInfo.environment["EBBTIDE_MASHERS"] ?? "") ?? 4
