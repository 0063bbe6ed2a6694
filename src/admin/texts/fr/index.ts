import * as all from "./all"

export const fr = { ...all }
