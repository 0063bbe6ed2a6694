import { BoundedPlaces } from "../bounded-places"

describe("BoundedPlaces", () => {
  it("gives so many places of each name, and none of an entry that does not fit whole", () => {
    const places = new BoundedPlaces()
    const first = places.take({ ada: 2, all: 3 })
    expect(places.take({ ada: 2, all: 3 })).not.toBeNull()
    expect(places.take({ ada: 2, all: 3 })).toBeNull()
    expect(places.take({ eve: 2, all: 3 })).not.toBeNull()
    expect(places.take({ eve: 2, all: 3 })).toBeNull()

    first?.()
    first?.()
    expect(places.take({ eve: 2, all: 3 })).not.toBeNull()
    expect(places.take({ ada: 2, all: 3 })).toBeNull()
  })
})
