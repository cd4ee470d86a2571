using CsvExport;

return await ExportCommand.Create().Parse(args).InvokeAsync();
