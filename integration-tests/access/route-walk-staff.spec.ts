import { walkRoutes } from "./walk-routes"

walkRoutes(["/admin"])
