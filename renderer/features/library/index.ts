export { CalendarDialog } from './calendar-dialog.tsx';
export { LibraryScreen } from './library-screen.tsx';
