import * as all from "./all"

export const en = { ...all }
