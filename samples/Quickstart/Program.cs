using FluentProfiles;
using Quickstart;
using Samples;

using var service = Service.Start();
Profiles.Use(service.Client);
Screen.Line($"The service: {service.Description}");

try
{
    await NewestFifty.ShowAsync();
    await FilterAndProject.ShowAsync();
    await Count.ShowAsync();
    await PageByPage.ShowAsync();
    return 0;
}
catch (ProfilesException failure)
{
    Screen.Line($"{failure.GetType().Name}: {failure.Message}");
    return 1;
}
