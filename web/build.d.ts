/** Hash of the sources that this page was built from; Vite puts it in. */
declare const __BUILD__: string;
