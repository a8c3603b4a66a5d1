// Stands before what emscripten writes. Node has a fetch() that takes no path of a file, and emscripten 3.1 would ask it.
var fetch = undefined;
