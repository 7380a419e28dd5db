using Text_App;

return Commands.Run(args, "model.safetensors", Console.Out);
