import { Module } from "@medusajs/framework/utils"
import OutgoingEventModuleService from "./service"

export const OUTGOING_EVENT_MODULE = "outgoing_event"

export default Module(OUTGOING_EVENT_MODULE, { service: OutgoingEventModuleService })
