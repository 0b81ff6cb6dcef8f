using System.Text.Unicode;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;

namespace Governance.Api.Features.Pages;

/// <summary>How pages for people are made and protected, beside the API.</summary>
public static class PageSetup
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A large body constituted anew has some hundred seats, with a dozen fields each.</summary>
    private const int MostFields = 10_000;

    private const string Parts = "/Features/Pages/{0}.cshtml";

    private static readonly string[] machines = ["/api", "/openapi", "/health"];
    private static readonly string[] forms = [Problem.ContentType, "text/html"];

    public static void AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Site>();
        services.AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Features";
                pages.Conventions.ConfigureFilter(new FormReading());
                pages.Conventions.AddFolderApplicationModelConvention("/", page => page.EndpointMetadata.Add(
                    new RequestSizeLimits.Limit(page.HandlerTypeAttributes.OfType<RequiresRoleAttribute>().Any() ? RequestSizes.LargestForm : RequestSizes.LargestOpenForm)));
            })
            // Pages are all there is, and they are all here: looking elsewhere too, and for controllers, would take a part of a start.
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(PageSetup).Assembly));
            })
            .AddRazorOptions(razor =>
            {
                razor.PageViewLocationFormats.Add(Parts);
                razor.ViewLocationFormats.Add(Parts);
            });
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<KnownParameters>());
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MostFields;
            form.BufferBodyLengthLimit = form.MultipartBodyLengthLimit = form.ValueLengthLimit = RequestSizes.LargestForm;
            // Nothing of a form is ever put on the disk.
            form.MemoryBufferThreshold = RequestSizes.LargestForm;
        });
        services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
    }

    /// <summary>What holds for every address that is not a machine's: what browsers may load, and refusals as pages to those who can read them.</summary>
    public static void UsePages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Array.Exists(machines, m => context.Request.Path.StartsWithSegments(m, StringComparison.OrdinalIgnoreCase))) return next(context);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        if (context.Request.Headers.Accept.Count > 0 && MediaTypes.Best(context.Request, forms) == forms[1]) context.Features.Set<ProblemForm>(ProblemPage.WriteAsync);
        return next(context);
    });

    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAssets();
        // A page without a handler for a method would be shown with nothing read for it.
        endpoints.MapRazorPages().WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Post]));
    }
}
