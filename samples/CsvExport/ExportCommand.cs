using System.CommandLine;
using FluentProfiles;
using Samples;

namespace CsvExport;

internal static class ExportCommand
{
    public static RootCommand Create()
    {
        var file = FileArgument.Create("The CSV file to write.", "profiles.csv");
        RootCommand command = new("Writes every profile to a CSV file. Ctrl+C stops it; the same command resumes.")
        {
            file,
        };
        command.SetAction((arguments, ct) => RunAsync(arguments.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var service = Service.Start(delay: TimeSpan.FromMilliseconds(40));
        Console.WriteLine($"The service: {service.Description}");
        Export export = new(service.Client, path);
        try
        {
            var rows = await ProgressBar.ShowAsync(bar => export.RunAsync(bar, cancellationToken));
            Console.WriteLine($"{rows} rows written to {path}.");
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine($"Stopped. The rows read so far are in {path}; the same command resumes.");
            return 130;
        }
        catch (ProfilesException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} The same command resumes.");
            return 1;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
