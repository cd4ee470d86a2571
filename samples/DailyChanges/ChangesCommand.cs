using System.CommandLine;
using FluentProfiles;
using Samples;

namespace DailyChanges;

internal static class ChangesCommand
{
    public static RootCommand Create()
    {
        var file = FileArgument.Create("The file that keeps the profiles between two runs.", "profiles.db");
        RootCommand command = new("Reports which profiles are new, gone or changed since the last run.") { file };
        command.SetAction((arguments, ct) => RunAsync(arguments.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var service = Service.Start();
        Console.WriteLine($"The service: {service.Description}");
        try
        {
            await ReportAsync(service, path, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception failure) when (failure is ProfilesException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
            return 1;
        }
    }

    private static async Task ReportAsync(Service service, string path, CancellationToken cancellationToken)
    {
        ProfileMirrorOptions options = new() { MaxRequestsPerSecond = service.Emulator is null ? 2 : null };
        await using (var mirror = await ProfileMirror.OpenAsync(service.Client, path, options, cancellationToken))
        {
            var tokenFile = $"{path}.token";
            await Report.WriteAsync(mirror, tokenFile, Console.Out, cancellationToken);
            Console.WriteLine($"{await mirror.Query().CountAsync(cancellationToken)} profiles");
            if (service.Emulator is not { } emulator)
                return;
            EmulatedDay.Pass(emulator);
            Console.WriteLine("\nA day later:");
            await Report.WriteAsync(mirror, tokenFile, Console.Out, cancellationToken);
        }
        // An emulator starts with the same profiles each time, so its mirror is of no use to the next run.
        foreach (var file in (string[])["", "-wal", "-shm", ".lock", ".token"])
            File.Delete($"{path}{file}");
    }
}
