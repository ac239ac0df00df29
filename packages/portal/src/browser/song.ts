// 宋体 for a room whose machine has none; the browser loads only the slices it shows.
import '@fontsource/noto-serif-sc/700.css';
