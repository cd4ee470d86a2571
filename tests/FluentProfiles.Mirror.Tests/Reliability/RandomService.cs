using FluentProfiles.Emulator;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Changes a service at random, as platforms, their customers and the service itself do.</summary>
/// <param name="emulator">The service.</param>
/// <param name="random">Chooses.</param>
/// <param name="next">The number of the next new profile.</param>
internal sealed class RandomService(ProfileEmulator emulator, Random random, int next)
{
    private readonly object gate = new();
    private readonly List<string> ids = [.. emulator.Profiles.Select(profile => profile.Id)];

    /// <summary>How many changes were made.</summary>
    public int Changes { get; private set; }

    public void Change(int times)
    {
        lock (gate)
        {
            for (var i = 0; i < times; i++)
                Change();
        }
    }

    private void Change()
    {
        Changes++;
        switch (random.Next(8))
        {
            case 0 or 1:
                Add();
                break;
            case 2 when ids.Count > 300:
                var removed = random.Next(ids.Count);
                emulator.Remove(ids[removed]);
                ids.RemoveAt(removed);
                break;
            case 3:
                emulator.OpenEnforcementAction(Any(), new() { Type = EnforcementActionType.Ban });
                break;
            case 4:
                Resolve();
                break;
            case 5:
                emulator.SetProgramStatus(Any(), "cyber", random.Next(2) == 0 ? ProgramStatus.Active : default);
                break;
            default:
                Update();
                break;
        }
    }

    // Many are created at one instant, and some long ago, which the service may show only later.
    private void Add()
    {
        var number = next++;
        var time = TestProfiles.Start.AddMinutes(random.Next(4) == 0 ? random.Next(number) : number / 50 * 50);
        emulator.Add(TestProfiles.One(number) with { CreatedAt = time });
        ids.Add(TestProfiles.IdOf(number));
    }

    private void Resolve()
    {
        var id = Any();
        var profile = emulator.Profiles.First(profile => profile.Id == id);
        foreach (var action in profile.EnforcementActions)
            emulator.ResolveEnforcementAction(id, action.Id);
    }

    private void Update()
    {
        // An empty value removes the pair.
        var value = random.Next(3) == 0 ? "" : $"{random.Next(9)}";
        var body = $$"""{"metadata":{"k{{random.Next(3)}}":"{{value}}"} }""";
        var answer = emulator.Answer(SameAsService.Request("POST", $"/v1/user_profiles/{Any()}", body));
        Assert.Equal(200, answer.Status);
    }

    private string Any() => ids[random.Next(ids.Count)];
}
