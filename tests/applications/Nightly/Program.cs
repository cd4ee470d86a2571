using FluentProfiles.Emulator;
using Microsoft.EntityFrameworkCore;
using Nightly;

// With arguments: the worker. Without: a check against an emulator.
var builder = Host.CreateApplicationBuilder(args);
var folder = Directory.CreateTempSubdirectory();
await using var service = await ProfileEmulator.StartAsync(new() { Count = 0 });
if (args.Length == 0)
{
    builder.Configuration["FluentProfiles:BaseUrl"] = service.BaseUrl;
    builder.Configuration["FluentProfiles:ApiKey"] = "any-key";
    builder.Configuration["ConnectionStrings:Customers"] =
        $"Data Source={Path.Combine(folder.FullName, "customers.db")}";
    builder.Logging.ClearProviders();
}

builder.Services.AddFluentProfiles();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContextFactory<CustomersDb>(options =>
    options.UseSqlite(builder.Configuration.GetConnectionString("Customers"))
);
builder.Services.AddSingleton<NightlySync>();
builder.Services.AddHostedService(container => container.GetRequiredService<NightlySync>());
using var host = builder.Build();
if (args.Length > 0)
{
    await host.RunAsync();
    return;
}

await host.StartAsync();
var sync = host.Services.GetRequiredService<NightlySync>();
await using var db = await host.Services.GetRequiredService<IDbContextFactory<CustomersDb>>().CreateDbContextAsync();
await db.Database.EnsureCreatedAsync();
db.Customers.AddRange(
    Enumerable
        .Range(0, 300)
        .Select(n => new Customer
        {
            Reference = $"customer-{n}",
            Name = n % 10 == 0 ? null : $"Customer {n}",
            Plan = "free",
        })
);
await db.SaveChangesAsync();

var first = await sync.RunOnceAsync(CancellationToken.None);
var kept = await db.Customers.AsNoTracking().CountAsync(c => c.ProfileId != null);
Console.WriteLine($"nightly: {first.Created} created, {kept} ids kept");

await db.Customers.Where(c => c.Id <= 20).ExecuteUpdateAsync(c => c.SetProperty(x => x.Plan, "team"));
await db.Customers.Where(c => c.Id > 295).ExecuteDeleteAsync();
service.ClearRequests();
var second = await sync.RunOnceAsync(CancellationToken.None);
var writes = service.Requests.Count(request => request.Method != "GET");
Console.WriteLine($"nightly: {second.Updated} updated, {second.Deleted} deleted, {writes} writes");

service.ClearRequests();
await sync.RunOnceAsync(CancellationToken.None);
Console.WriteLine(
    $"nightly: {service.Requests.Count(request => request.Method != "GET")} writes in a third run, {service.Profiles.Count} profiles, {service.Profiles.Count(p => p.Metadata["plan"] == "team")} in a team"
);
await host.StopAsync();
await db.DisposeAsync();
Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
folder.Delete(recursive: true);
