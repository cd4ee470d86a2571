using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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

    private static ServiceCollection Services()
    {
        ServiceCollection services = new();
        services.AddFluentProfiles(options => options.ApiKey = "key-of-a-test");
        return services;
    }
}
