import { walkRoutes } from "./walk-routes"

walkRoutes(["/vendor", "/store", "/auth", "/"])
