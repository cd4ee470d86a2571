using FluentProfiles;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tenants;

public sealed record Customer(string Id, string? Name, EnforcementStatus Status);

public sealed record CustomerPage(IReadOnlyList<Customer> Items, string? Next);

/// <summary>Customers of two tenants, each with a key and a workspace of its own.</summary>
public static class CustomersApi
{
    private static readonly string[] Tenants = ["eu", "us"];

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder
            .Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["KeyRing"]!));
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ProfilesExceptionHandler>();
        var checks = builder.Services.AddHealthChecks();
        foreach (var tenant in Tenants)
        {
            builder
                .Services.AddFluentProfiles(tenant, builder.Configuration.GetSection($"Tenants:{tenant}"))
                .UseDataProtection(TimeSpan.FromDays(1));
            checks.AddFluentProfiles(clientName: tenant, failureStatus: HealthStatus.Degraded, tags: ["dependencies"]);
        }

        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/{tenant}/customers", PageAsync);
        app.MapGet("/{tenant}/customers/{status}", Stopped);
        app.MapHealthChecks("/ready", new() { Predicate = check => !check.Tags.Contains("dependencies") });
        app.MapHealthChecks(
            "/dependencies",
            new()
            {
                Predicate = check => check.Tags.Contains("dependencies"),
                ResponseWriter = (context, report) =>
                    context.Response.WriteAsJsonAsync(
                        report.Entries.ToDictionary(e => e.Key, e => e.Value.Description)
                    ),
            }
        );
        return app;
    }

    private static async Task<Results<Ok<CustomerPage>, NotFound, BadRequest>> PageAsync(
        string tenant,
        string? token,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        if (services.GetKeyedService<IProfilesClient>(tenant) is not { } profiles)
            return TypedResults.NotFound();
        try
        {
            var page = await profiles
                .Query()
                .Where(p => p.Metadata["plan"] == "team")
                .WithMaxRequests(3)
                .TagWith("customers page")
                .Select(p => new Customer(p.Id, p.Name, p.EnforcementStatus))
                .ToPageAsync(20, token, ct);
            return TypedResults.Ok(new CustomerPage(page.Items, page.ResumeToken));
        }
        catch (ArgumentException)
        {
            return TypedResults.BadRequest();
        }
    }

    // Streams every customer with the status.
    private static Results<Ok<IAsyncEnumerable<Customer>>, NotFound> Stopped(
        string tenant,
        EnforcementStatus status,
        IServiceProvider services
    )
    {
        if (!status.IsKnown || services.GetKeyedService<IProfilesClient>(tenant) is not { } profiles)
            return TypedResults.NotFound();
        var customers = profiles
            .Query()
            .Where(p => p.EnforcementStatus == status)
            .Select(p => new Customer(p.Id, p.Name, p.EnforcementStatus));
        return TypedResults.Ok(customers.AsAsyncEnumerable());
    }
}
