using Mirror;

return await DirectoryCommand.Create().Parse(args).InvokeAsync();
