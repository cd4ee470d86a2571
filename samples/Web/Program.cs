using Samples;
using Web;

using var service = Service.Start();
await using var app = Site.Build(args, service.Configure, service.CreateHandler);
app.Logger.LogInformation("The service: {Service}", service.Description);
await app.RunAsync();
