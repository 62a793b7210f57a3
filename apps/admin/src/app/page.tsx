import { TodayPage } from "@/today/page";

export default TodayPage;
