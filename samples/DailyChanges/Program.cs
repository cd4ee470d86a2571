using DailyChanges;

return await ChangesCommand.Create().Parse(args).InvokeAsync();
