using FluentProfiles;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

await using var service = await ProfileEmulator.StartAsync(new() { Count = 1 });
var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddProfileWebhooks(options => options.Secrets.Add(new ProfileEmulatorOptions().WebhookSecret));
await using var app = builder.Build();
app.MapProfileWebhooks(
    "/hooks/claude",
    (received, _) =>
    {
        Console.WriteLine($"handled {received.Type}");
        return ValueTask.CompletedTask;
    }
);
await app.StartAsync();
service.WebhookUrl = app.Urls.Single() + "/hooks/claude";
service.OpenEnforcementAction(service.Profiles[0].Id);
await service.FlushWebhooksAsync();
Console.WriteLine(service.Webhooks.Single().Status);

using HttpClient forger = new(new SocketsHttpHandler { UseProxy = false });
var genuine = service.Webhooks.Single();
using HttpRequestMessage forgery = new(HttpMethod.Post, service.WebhookUrl)
{
    Content = new StringContent(genuine.Body.Replace("enforcement", "payment", StringComparison.Ordinal)),
};
foreach (var (name, value) in genuine.Headers)
    forgery.Headers.Add(name, value);
using var answer = await forger.SendAsync(forgery);
Console.WriteLine((int)answer.StatusCode);
