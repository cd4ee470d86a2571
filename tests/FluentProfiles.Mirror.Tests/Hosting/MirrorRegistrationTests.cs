using FluentProfiles.Mirror.Refreshing;
using FluentProfiles.Mirror.Tests.Contexts;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Mirror.Tests.Hosting;

public sealed class MirrorRegistrationTests
{
    [Fact]
    public async Task OptionsFromConfiguration_ReachTheMirror()
    {
        var services = Services();
        services.AddDbContextFactory<OrdersContext>(options => options.UseSqlite("Data Source=unused.db"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("RequestsPerDay", "1234"), new("MaxRemovedShare", "0.25")])
            .Build();
        services.Configure<ProfileMirrorOptions>(configuration);
        services.AddProfileMirror<OrdersContext>(options => options.MaxRemovedShare = 0.5);
        await using var container = services.BuildServiceProvider();

        var options = container.GetRequiredService<ProfileMirror>().Options;

        Assert.Equal(1234, options.RequestsPerDay);
        Assert.Equal(0.5, options.MaxRemovedShare);
    }

    [Fact]
    public async Task ContextWithoutAFactory_SaysWhichCallIsMissing()
    {
        var services = Services();
        services.AddDbContext<OrdersContext>(options => options.UseSqlite("Data Source=unused.db"));
        services.AddProfileMirror<OrdersContext>();
        await using var container = services.BuildServiceProvider();

        var failure = Assert.Throws<ProfilesConfigurationException>(container.GetRequiredService<ProfileMirror>);

        Assert.Contains("services.AddDbContextFactory<OrdersContext>(…)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondCall_ChangesTheOptionsOnly()
    {
        var services = Services();
        services.AddDbContextFactory<OrdersContext>(options => options.UseSqlite("Data Source=unused.db"));
        services.AddProfileMirror<OrdersContext>(options => options.RequestsPerDay = 1234);
        services.AddProfileMirror<OrdersContext>();
        services.AddProfileMirror<OrdersContext>(options => options.MaxRemovedShare = 0.5);
        await using var container = services.BuildServiceProvider();

        var options = container.GetRequiredService<ProfileMirror>().Options;
        var checks = container.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.Equal((1234, 0.5), (options.RequestsPerDay, options.MaxRemovedShare));
        Assert.Single(container.GetServices<IHostedService>().OfType<RefresherService>());
        Assert.Single(container.GetServices<IWebhookHandler>());
        Assert.Equal("profile-mirror", Assert.Single(checks).Name);
        Assert.NotNull(container.GetRequiredService<HealthCheckService>());
    }

    [Fact]
    public void ASecondContext_Throws()
    {
        var services = Services();
        services.AddProfileMirror<OrdersContext>();

        var failure = Assert.Throws<ProfilesConfigurationException>(() => services.AddProfileMirror<FancyContext>());

        Assert.Contains(nameof(FancyContext), failure.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(OrdersContext), failure.Message, StringComparison.Ordinal);
    }

    private static ServiceCollection Services()
    {
        ServiceCollection services = new();
        services.AddFluentProfiles(options => options.ApiKey = "key-of-a-test");
        return services;
    }
}
