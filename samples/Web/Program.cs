using Samples;
using Web;

using var service = Service.Start();
var app = Site.Build(args, service.Client);
app.Logger.LogInformation("The service: {Description}", service.Description);
await app.RunAsync();
