using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Pages;

/// <summary>Shows a problem as a page to those who came by a browser.</summary>
internal static class ProblemPage
{
    private const string View = "/Features/Pages/Problem.cshtml";

    /// <summary>Writes it; status and headers are set already.</summary>
    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        var services = http.RequestServices;
        var context = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var view = services.GetRequiredService<ICompositeViewEngine>().GetView(null, View, isMainPage: true).View!;
        using var page = new StringWriter();
        await view.RenderAsync(new ViewContext(
            context, view, new ViewDataDictionary<Problem>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = problem },
            new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>()), page, new HtmlHelperOptions()));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }
}
