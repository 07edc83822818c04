import { overwriteGetLocale } from '#i18n/messages/runtime.js';
import '#ui/styles/index.css';

overwriteGetLocale(() => 'vi');
