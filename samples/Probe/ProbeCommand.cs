using System.CommandLine;
using FluentProfiles;
using Probe.Wire;
using Samples;

namespace Probe;

/// <summary>The command line of the probe.</summary>
internal static class ProbeCommand
{
    private const int NothingChecked = 2;

    public static RootCommand Create()
    {
        Option<bool> write = new("--write") { Description = "Also create a profile, change it and delete it again." };
        Option<bool> json = new("--json") { Description = "Print the report as JSON." };
        Option<int> age = new("--cursor-age")
        {
            Description = "How many seconds a cursor waits before it is used, to find out how long cursors live.",
            DefaultValueFactory = _ => 0,
        };
        age.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] }])
                result.AddError("--cursor-age is a number of seconds, 0 or more.");
        });
        RootCommand command = new(
            "Checks what the library assumes of the service. Reads only, unless --write is given."
        )
        {
            write,
            json,
            age,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    new(parsed.GetValue(write), TimeSpan.FromSeconds(parsed.GetValue(age))),
                    parsed.GetValue(json),
                    parsed.InvocationConfiguration,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ProbeSettings settings,
        bool json,
        InvocationConfiguration output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var service = Service.Start();
            ProfilesClientOptions options = new();
            service.Configure(options);
            options.Validate();
            using HttpClient http = new(service.CreateHandler()) { Timeout = TimeSpan.FromSeconds(30) };
            ProbeRun run = new(new ServiceWire(http, options), settings, TimeProvider.System);
            // The report alone goes to the standard output: it may be passed on, and the address need not be.
            await output.Error.WriteLineAsync($"The service: {service.Description}");
            await output.Error.WriteLineAsync(
                $"At most {run.MostRequests} requests are sent. "
                    + (settings.Write ? "One profile is created and deleted again." : "Nothing is changed.")
            );
            return await ReportAsync(run, json, output, cancellationToken);
        }
        catch (ProfilesConfigurationException mistake)
        {
            await output.Error.WriteLineAsync(mistake.Message);
            return NothingChecked;
        }
    }

    private static async Task<int> ReportAsync(
        ProbeRun run,
        bool json,
        InvocationConfiguration output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var report = await run.RunAsync(cancellationToken);
            await output.Output.WriteAsync(json ? report.ToJson() + Environment.NewLine : report.ToText());
            return report.Count(Outcome.Violated) > 0 ? 1
                : report.HasChecked ? 0
                : NothingChecked;
        }
        catch (OperationCanceledException)
        {
            await output.Error.WriteLineAsync("Stopped.");
            return 130;
        }
        finally
        {
            if (run.LeftBehind is { } profile)
                await output.Error.WriteLineAsync($"The probe's profile could not be deleted. Delete it: {profile}");
        }
    }
}
