using System.CommandLine;
using FluentProfiles;
using Samples;

namespace Mirror.Serving;

/// <summary>The command <c>serve</c>: the page, on this machine, until Ctrl+C.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var file = FileArgument.Create("The SQLite file of the mirror.", "directory.db");
        Option<string> urls = new("--urls")
        {
            Description = "The address of the page. Port 0 takes a free one.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        Command command = new("serve", "Serves the demo site: a page that finds or creates a customer's profile.")
        {
            file,
            urls,
        };
        command.SetAction(
            (arguments, ct) => RunAsync(arguments.GetRequiredValue(file), arguments.GetRequiredValue(urls), ct)
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, string urls, CancellationToken cancellationToken)
    {
        using var service = Service.Start(delay: TimeSpan.FromMilliseconds(20));
        Console.WriteLine($"The service: {service.Description}");
        try
        {
            await using var site = await FrontDoor.StartAsync(
                ["--urls", urls],
                file,
                service.Configure,
                service.CreateHandler,
                service.Emulator,
                cancellationToken
            );
            Console.WriteLine($"The demo site: {site.Urls.First()} (Ctrl+C closes it)");
            // An emulator has forgotten what an earlier run wrote; the file has not.
            if (service.Emulator is not null)
                await site
                    .Services.GetRequiredService<ProfileMirror>()
                    .RefreshAsync(cancellationToken: cancellationToken);
            await site.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception failure) when (failure is ProfilesException or IOException)
        {
            await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
            return 1;
        }
    }
}
