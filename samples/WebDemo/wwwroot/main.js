import * as file from "./file.js";
import * as learning from "./learning.js";
import * as suspects from "./suspects.js";
import * as text from "./text.js";

text.start(learning.status, learning.look);
file.start(learning.status, learning.look);
suspects.start(learning.status, learning.look);
learning.start(text.ask);
