using Aot;
using FluentProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// The queries of the README in a program that is compiled ahead of time (dotnet publish). The results and the requests are
// printed, so that they can be compared with a run under the just-in-time compiler (dotnet run). With the argument "first"
// only the first query runs.
if (args is not ([] or ["first"]))
{
    Console.Error.WriteLine("Usage: Aot [first]");
    return 2;
}

var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?> { ["FluentProfiles:AttemptTimeout"] = "00:00:30" })
    .Build();
RequestLog requests = new();
ServiceCollection services = new();
var http = services.AddFluentProfiles(configuration).AddHttpMessageHandler(requests.CreateHandler);
#if EMULATOR
using var service = Samples.Service.Start();
Console.Error.WriteLine($"The service: {service.Description}");
services.Configure<ProfilesClientOptions>(service.Configure);
http.ConfigurePrimaryHttpMessageHandler(service.CreateHandler);
#else
services.Configure<ProfilesClientOptions>(options => options.ReadEnvironment());
#endif
await using var provider = services.BuildServiceProvider();

try
{
    Queries.Client = provider.GetRequiredService<IProfilesClient>();
    Profiles.Use((ProfilesClient)Queries.Client);
    foreach (var (name, run) in args is [] ? Queries.All : Queries.All.Take(1))
    {
        Console.WriteLine($"== {name}");
        Console.WriteLine(await run());
        foreach (var request in requests.Take())
            Console.WriteLine(request);
    }
    return 0;
}
catch (Exception failure) when (failure is ProfilesException or Microsoft.Extensions.Options.OptionsValidationException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
