import SessionCore
import Simulation
import Testing

@Suite("A list that is kept in many versions")
struct ChunkedTests {
    @Test("at every length it holds what an array holds, element by element")
    func lengths() {
        var list: Chunked<Int> = []
        var array: [Int] = []
        for number in 0..<700 {
            #expect(list.count == array.count)
            #expect(Array(list) == array)
            #expect(list.last == array.last)
            list.append(number)
            array.append(number)
        }
        for position in array.indices { #expect(list[position] == array[position]) }
        #expect(list == Chunked(array))
        #expect(Array(list.dropFirst(650)) == Array(array.dropFirst(650)))
    }

    @Test("what is put in, taken out and changed anywhere stands as it would in an array", arguments: 0..<20)
    func changes(seed: Int) {
        var numbers = SeededChance(seed: UInt64(seed))
        var array = Array(0..<Int.random(in: 0..<500, using: &numbers))
        var list = Chunked(array)
        for step in 0..<60 {
            let earlier = list
            let before = array
            let place = Int.random(in: 0...array.count, using: &numbers)
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0:
                list.insert(-step, at: place)
                array.insert(-step, at: place)
            case 1 where place < array.count:
                list.remove(at: place)
                array.remove(at: place)
            case 2 where place < array.count:
                list[place] = step
                array[place] = step
            default:
                let end = Int.random(in: place...array.count, using: &numbers)
                list.replaceSubrange(place..<end, with: [1, 2, 3])
                array.replaceSubrange(place..<end, with: [1, 2, 3])
            }
            #expect(Array(list) == array, "seed \(seed), step \(step)")
            #expect(Array(earlier) == before, "an earlier version changed; seed \(seed), step \(step)")
        }
    }
}
