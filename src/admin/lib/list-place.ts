import { onSeatChange } from "./api/seat"

/** What each list showed last in this tab, by its path. */
const places = new Map<string, string>()

// Another shop has other orders: a search of the one before finds nothing there.
onSeatChange(() => places.clear())

export function keepPlace(path: string, search: string): void {
  places.set(path, search)
}

/** The address of a list, as it was left: with its search, filters and page. */
export const placeOf = (path: string): string => path + (places.get(path) ?? "")
