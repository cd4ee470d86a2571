using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Tests.Properties;

/// <summary>Random queries over random data, each cut short at random and resumed: together the parts give what one run gives,
/// for no more than a page read again each time. <see cref="Trials"/> says how to run more of them.</summary>
public sealed class ResumedQueryTests
{
    [Fact]
    public Task AnyQuery_GivesInPartsWhatOneRunGives() =>
        Trials.RunAsync(
            1_000,
            async (number, engine, query) =>
            {
                var interruption = Trials.Generated(Interruption.Any, number, 1u << 31);
                return await query.FailureAsync(engine, interruption) is { } failure
                    ? $"{interruption}\n{failure}"
                    : null;
            }
        );
}
